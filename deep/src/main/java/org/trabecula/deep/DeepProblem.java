package org.trabecula.deep;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;

/// Everything that the network's part refuses: weights files (`WTS`), networks and their training (`NET`), crops (`CRP`).
public enum DeepProblem implements ProblemCode {
    NOT_A_WEIGHTS_FILE("WTS-001", "the file is no weights file that can be read here"),
    DAMAGED("WTS-002", "the weights file is damaged"),
    LYING_HEADER("WTS-003", "the header of the weights file contradicts the file"),
    FORBIDDEN_PICKLE("WTS-004", "the weights file asks for more than tensors"),
    UNKNOWN_NUMBER_TYPE("WTS-005", "the weights file holds a type of number that is not read here"),
    UNREADABLE("WTS-006", "the weights file cannot be read"),
    NO_TENSORS("WTS-007", "the file holds no named tensors"),
    WRONG_HASH("WTS-008", "the file is not the published one"),
    NOT_DOWNLOADED("WTS-009", "the weights could not be downloaded"),
    UNKNOWN_NAME("WTS-010", "no published weights have this name"),

    OTHER_NETWORK("NET-001", "the weights belong to another network"),
    NOT_FINITE("NET-002", "the weights hold a value that no network can use"),
    NO_LIBTORCH("NET-003", "libtorch could not be started on this machine"),
    INPUT_DOES_NOT_FIT("NET-004", "the input does not fit the network"),
    UNKNOWN_STRIDE("NET-005", "the place of the bottleneck's stride is not known"),
    TRAINING_DATA("NET-006", "these cases cannot train a network"),
    OTHER_CHECKPOINT("NET-007", "the checkpoint belongs to another training"),
    DIVERGED("NET-008", "the training diverged"),
    SETTING("NET-009", "a setting of the training lies outside its range"),
    NATIVE_FAILURE("NET-010", "libtorch could not do the computation"),
    NO_NETWORK("NET-011", "this edition of Trabecula has no network"),

    FLAT_CROP("CRP-001", "the crop has a single grey value"),
    CROP_NOT_A_NUMBER("CRP-002", "the crop holds a voxel that is no number"),
    CROP_SETTING("CRP-003", "a setting of the crop lies outside its range");

    private final String code;
    private final String what;

    DeepProblem(String code, String what) {
        this.code = code;
        this.what = what;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String what() {
        return what;
    }

    /// A refusal with this code, to be thrown; the texts as in [Problem].
    public InputException refuse(String where, String found, String expected, String fix) {
        return new InputException(new Problem(this, where, found, expected, fix));
    }
}
