package org.trabecula.learn.boosting;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import io.github.metarank.lightgbm4j.LGBMDataset;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// A booster of LightGBM's C interface.
///
/// In place of the wrapper's `LGBMBooster`, whose `saveModelToString` takes 10 MB for each model and never frees them: the 1,700 fits of one
/// cross-fitted study's grids held gigabytes.
final class LightgbmBooster implements AutoCloseable {
    private static final MethodHandle MODEL_TO_STRING = modelToString();
    private static final int FROM_THE_FIRST = 0;
    private static final int ALL = 0;
    private static final int BY_SPLITS = 0; // what the model says of importance, which nobody reads here
    private static final int FINISHED = 1;

    private final SWIGTYPE_p_p_void place = lightgbmlib.new_voidpp();
    private final SWIGTYPE_p_void handle;

    /// @param data     stays open as long as this
    /// @param settings as LightGBM reads them: `name=value`, blanks between
    LightgbmBooster(LGBMDataset data, String settings) {
        try {
            require(lightgbmlib.LGBM_BoosterCreate(data.handle, settings, place));
        } catch (RuntimeException e) {
            lightgbmlib.delete_voidpp(place);
            throw e;
        }
        this.handle = lightgbmlib.voidpp_value(place);
    }

    /// Adds a tree.
    ///
    /// @return whether no split is left
    boolean update() {
        SWIGTYPE_p_int finished = lightgbmlib.new_intp();
        try {
            require(lightgbmlib.LGBM_BoosterUpdateOneIter(handle, finished));
            return lightgbmlib.intp_value(finished) == FINISHED;
        } finally {
            lightgbmlib.delete_intp(finished);
        }
    }

    /// The model as LightGBM writes it.
    String model() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
            write(0, length, MemorySegment.NULL);
            long bytes = length.get(ValueLayout.JAVA_LONG, 0); // the zero at the end included
            MemorySegment text = arena.allocate(bytes);
            write(bytes, length, text);
            return text.getString(0);
        }
    }

    private void write(long room, MemorySegment length, MemorySegment text) {
        MemorySegment booster = MemorySegment.ofAddress(SWIGTYPE_p_void.getCPtr(handle));
        try {
            require((int) MODEL_TO_STRING.invokeExact(booster, FROM_THE_FIRST, ALL, BY_SPLITS, room, length, text));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e); // a function of C throws nothing
        }
    }

    /// `int LGBM_BoosterSaveModelToString(BoosterHandle, int start, int iterations, int importance, int64_t room, int64_t *length, char *text)`:
    /// writes nothing where there is not room enough, but the length.
    private static MethodHandle modelToString() {
        return Linker.nativeLinker().downcallHandle(
                SymbolLookup.loaderLookup().findOrThrow("LGBM_BoosterSaveModelToString"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    }

    private static void require(int status) {
        if (status != 0) {
            throw new IllegalStateException("LightGBM: " + lightgbmlib.LGBM_GetLastError());
        }
    }

    @Override
    public void close() {
        lightgbmlib.LGBM_BoosterFree(handle);
        lightgbmlib.delete_voidpp(place);
    }
}
