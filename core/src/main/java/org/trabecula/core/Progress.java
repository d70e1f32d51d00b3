package org.trabecula.core;

/// Who is told how far long work has come. The work reports; how it looks is not its business.
public interface Progress {
    /// Nobody listens.
    Progress NONE = new Progress() {
        @Override
        public void stage(String name, int items) {}

        @Override
        public void done(String item) {}

        @Override
        public void note(String message) {}
    };

    /// A stage of `items` items begins (0 when unknown).
    void stage(String name, int items);

    /// One item of the stage is finished. May be called from any thread.
    void done(String item);

    /// A sentence for the user that is not a failure: an assumption made, a step skipped.
    void note(String message);
}
