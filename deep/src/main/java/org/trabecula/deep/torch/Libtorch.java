package org.trabecula.deep.torch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.weights.LazyFloats;

/// Starts libtorch, and is the way in for its users.
///
/// The first use unpacks about 450 MB of native libraries into a folder of the user, [#cacheFolder], where later runs find
/// them. JavaCPP's own limits on memory are switched off: they watch the whole process and would force collections.
public final class Libtorch {
    /// Computations of one thread run side by side. One with several threads runs alone, for the threads that libtorch starts belong to
    /// the process; so does one on a GPU, for its memory.
    private static final ReentrantReadWriteLock TURN = new ReentrantReadWriteLock(true);

    private static boolean started;
    private static boolean cuda;
    private static boolean byProducts;
    private static volatile int blasThreads = 1;

    private Libtorch() {}

    /// Loads the native libraries, once.
    ///
    /// @throws InputException NET-003 where they do not exist for this machine or cannot be unpacked, NET-011 in an edition without them
    public static synchronized void start() {
        if (started) {
            return;
        }
        setUnlessGiven("org.bytedeco.javacpp.cachedir", cacheFolder().toString());
        setUnlessGiven("org.bytedeco.javacpp.maxphysicalbytes", "0");
        setUnlessGiven("org.bytedeco.javacpp.maxbytes", "0");
        try {
            torch.get_num_threads(); // loads openblas and libtorch
            cuda = torch.cuda_is_available();
            if (cuda) {
                computeReproducibly(torch.globalContext());
            }
            if (CpuCaches.areHidden()) {
                leaveOneDnnOut(torch.globalContext());
            }
            byProducts = !cuda && !(torch.hasMKLDNN() && torch.globalContext().userEnabledMkldnn());
            if (byProducts) {
                openblas_nolapack.blas_set_num_threads(blasThreads);
            }
            started = true;
        } catch (LinkageError e) {
            throw NotStarted.refusal(e);
        }
    }

    /// Asks, without loading anything, whether this edition of the program brings libtorch: before work that is of no use without it.
    ///
    /// @throws InputException NET-011 where it does not
    public static void requirePresent() {
        if (!started && !NativeFiles.ofThisProgram().hold("jnitorch")) {
            throw NotStarted.withoutNetwork();
        }
    }

    /// Algorithms that give the same bits again, and 32-bit numbers in full where CUDA would round them to 19 bits.
    private static void computeReproducibly(Context context) {
        context.setDeterministicAlgorithms(true, true);
        context.setDeterministicCuDNN(true);
        context.setBenchmarkCuDNN(false);
        context.setAllowTF32CuDNN(false);
        context.setAllowTF32CuBLAS(false);
    }

    /// Convolutions as matrix products, by OpenBLAS: with other last digits, and slower. NNPACK would say at each that it cannot start. The threads are
    /// then OpenBLAS's, and libtorch has one: with those of both, threads within threads wait for each other (a training step of ResNet50 took 4.9 s
    /// in place of 1.0).
    private static void leaveOneDnnOut(Context context) {
        context.setUserEnabledMkldnn(false);
        context.setUserEnabledNNPACK(false);
    }

    /// Whether tensors live on a GPU: with the GPU build of libtorch (`-Dgpu`) on a machine that has one. `CUDA_VISIBLE_DEVICES`
    /// set to nothing hides it.
    public static boolean usesCuda() {
        start();
        return cuda;
    }

    /// Whether convolutions can read pictures in oneDNN's blocked layout, which `Tensor.to_mkldnn` makes.
    public static boolean hasBlockedLayout() {
        return !usesCuda() && !byProducts;
    }

    /// Whether convolutions are products of matrices, by OpenBLAS: on a processor, where oneDNN is not there or left out.
    public static boolean convolvesByProducts() {
        start();
        return byProducts;
    }

    /// Where native libraries are unpacked: `TRABECULA_CACHE`, else the system's folder for caches of this user.
    static Path cacheFolder() {
        String given = System.getenv("TRABECULA_CACHE");
        if (given != null && !given.isBlank()) {
            return Path.of(given, "libtorch");
        }
        String home = System.getProperty("user.home");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path caches;
        if (system.startsWith("windows")) {
            caches = Path.of(orElse(System.getenv("LOCALAPPDATA"), home));
        } else if (system.startsWith("mac")) {
            caches = Path.of(home, "Library", "Caches");
        } else {
            caches = Path.of(orElse(System.getenv("XDG_CACHE_HOME"), home + "/.cache"));
        }
        return caches.resolve("trabecula").resolve("libtorch");
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null || value.isBlank() ? other : value;
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /// Runs `work` with `threads` threads inside libtorch's operations: beside others where that is one, else alone.
    ///
    /// Sums inside an operation are split by threads, so the last digits belong to a number of threads.
    ///
    /// @throws InputException NET-003, NET-011; NET-010 where libtorch finds no memory
    /// @throws CancelledException if the thread is interrupted before its turn; `work` asks between its own operations
    public static <T> T computing(int threads, Supplier<T> work) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
        start();
        Lock turn = threads == 1 && !cuda ? TURN.readLock() : TURN.writeLock();
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        try {
            useThreads(threads);
            return work.get();
        } catch (RuntimeException e) {
            throw e.getClass() == RuntimeException.class ? told(e) : e; // libtorch's errors arrive as plain RuntimeException
        } finally {
            useThreads(1);
            turn.unlock();
        }
    }

    /// libtorch's threads are of the calling thread; OpenBLAS's are the process's, and are never changed beside others' work.
    private static void useThreads(int threads) {
        int ofTorch = byProducts ? 1 : threads;
        if (torch.get_num_threads() != ofTorch) {
            torch.set_num_threads(ofTorch);
        }
        if (byProducts && blasThreads != threads) {
            openblas_nolapack.blas_set_num_threads(threads);
            blasThreads = threads;
        }
    }

    private static RuntimeException told(RuntimeException failure) {
        String said = firstLine(String.valueOf(failure.getMessage()));
        if (said.contains("memory")) {
            return DeepProblem.NATIVE_FAILURE.refuse(
                    "libtorch", said, "memory for one batch", "take a smaller batch, smaller pictures or a shallower network");
        }
        return new IllegalStateException("libtorch: " + said, failure);
    }

    /// Keeps a native object beyond the scope in which it was made; [Pointer#deallocate] then frees it.
    public static <P extends Pointer> P keep(P made) {
        made.retainReference();
        return made;
    }

    /// A new tensor with a copy of `values`, row-major. It belongs to the scope that is open.
    public static Tensor tensor(float[] values, long... shape) {
        Tensor tensor = torch.empty(shape);
        fill(tensor, values);
        return onDevice(tensor);
    }

    private static Tensor onDevice(Tensor tensor) {
        return usesCuda() ? tensor.cuda() : tensor;
    }

    /// A new vector of 64-bit integers; libtorch wants classes so.
    public static Tensor tensor(long[] values) {
        return onDevice(torch.tensor(values));
    }

    /// Overwrites a tensor's values.
    ///
    /// @param values row-major, in whatever order the tensor has in memory
    public static void fill(Tensor tensor, float[] values) {
        if (tensor.numel() != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fill a tensor of " + tensor.numel());
        }
        if (tensor.is_cuda() || !tensor.is_contiguous()) {
            try (PointerScope _ = new PointerScope()) {
                Tensor host = torch.empty(new long[] {values.length});
                fill(host, values);
                tensor.detach().copy_(host.view_as(tensor));
            }
            return;
        }
        try (FloatPointer data = tensor.data_ptr_float()) {
            data.put(values);
        }
    }

    /// A copy of a tensor's values, row-major.
    public static float[] floats(Tensor tensor) {
        Tensor contiguous = tensor.detach().contiguous().cpu();
        float[] values = new float[Math.toIntExact(contiguous.numel())];
        try (FloatPointer data = contiguous.data_ptr_float()) {
            data.get(values);
        }
        return values;
    }

    /// [#floats], once they are asked for.
    public static LazyFloats lazyFloats(Tensor tensor) {
        return new LazyFloats(Math.toIntExact(tensor.numel()), () -> {
            try (PointerScope _ = new PointerScope()) {
                return floats(tensor);
            }
        });
    }

    static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
