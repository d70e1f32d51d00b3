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

    /// So many items of the stage need not be done, because an earlier run had finished them. They say nothing about the time that
    /// the others take. May be called from any thread.
    default void found(int items) {}

    /// A sentence for the user that is not a failure: an assumption made, a step skipped.
    void note(String message);
}
