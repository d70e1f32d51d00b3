package org.trabecula.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/// A server on loopback that speaks S3, with one bucket; Hadoop's `s3a` reaches it.
final class ObjectStore implements AutoCloseable {
    static final String BUCKET = "s3a://spines";

    private final BlobStoreContext store;
    private final S3Proxy server;

    /// @param folder where the server keeps its objects
    ObjectStore(Path folder) throws Exception {
        Properties place = new Properties();
        place.setProperty("jclouds.filesystem.basedir", Files.createDirectories(folder).toString());
        store = ContextBuilder.newBuilder("filesystem-nio2").credentials("", "").overrides(place).build(BlobStoreContext.class);
        store.getBlobStore().createContainerInLocation(null, "spines");
        server = S3Proxy.builder().blobStore(store.getBlobStore()).endpoint(URI.create("http://127.0.0.1:0")).build();
        server.start();
        while (!server.getState().equals("STARTED")) {
            Thread.sleep(5);
        }
    }

    /// What a cluster's Hadoop has to be told.
    Map<String, String> settings() {
        return Map.of(
                "fs.s3a.endpoint", "http://127.0.0.1:" + server.getPort(),
                "fs.s3a.endpoint.region", "us-east-1",
                "fs.s3a.connection.ssl.enabled", "false",
                "fs.s3a.path.style.access", "true",
                "fs.s3a.access.key", "key",
                "fs.s3a.secret.key", "secret");
    }

    Configuration configuration() {
        Configuration configuration = new Configuration();
        settings().forEach(configuration::set);
        return configuration;
    }

    FileSystem files() throws IOException {
        return path("").getFileSystem(configuration());
    }

    static org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path(BUCKET + "/" + name);
    }

    /// Every file of a folder, into the bucket.
    void take(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            files().copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), path(file.getFileName().toString()));
        }
    }

    /// A folder of the bucket, copied to this disk.
    Path brought(String name, Path into) throws IOException {
        files().copyToLocalFile(false, path(name), new org.apache.hadoop.fs.Path(into.toUri()), true);
        return into;
    }

    @Override
    public void close() throws Exception {
        FileSystem.closeAll(); // Hadoop keeps one by the bucket's name, which would look for this server in the next test
        server.stop();
        store.close();
    }
}
