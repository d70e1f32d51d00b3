/// Problems told to people, named random streams, deterministic loops, progress, whole files, and finished work that is kept.
module org.trabecula.core {
    requires static transitive org.jspecify;

    exports org.trabecula.core;
}
