package org.trabecula.deep.weights;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.core.InputException;
import org.trabecula.deep.DeepProblem;

/// Reads the pickles of `torch.save`: numbers, texts, lists, dictionaries and tensors, and nothing else.
///
/// A pickle is a program for a stack machine that may call any function by name. This machine knows the few names of
/// [PickleGlobal]; every other name, and every opcode that could build another object, is refused (WTS-004), and nothing is
/// looked up or called by name. Memory is bounded: lengths are compared with the remaining bytes before anything is
/// allocated, opcodes are counted, and tensors are views of storages that are filled later.
///
/// Python values become: `None` → [None], bool → [Boolean], int → [Long] or [BigInteger], float → [Double], str → [String],
/// bytes → `byte[]`, list and tuple → [List], dict and OrderedDict → [Map] with keys of simple type, tensor → [StoredTensor].
///
/// Source: opcodes and their meaning, CPython `Lib/pickletools.py`; what `torch.save` writes, PyTorch `torch/serialization.py`.
final class ClosedUnpickler {
    /// Python's `None`; Java's null never stands for a value.
    enum None {
        NONE
    }

    /// Marks a place on the stack.
    private enum Mark {
        MARK
    }

    /// ResNet152 takes some 30,000 opcodes. Each can make an object of some 60 bytes, so this many stay below 130 MB.
    private static final int MOST_OPCODES = 1 << 21;

    private final ByteBuffer in;
    private final String where;
    private int opcodes;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private final Map<String, StoredTensor.Storage> storages = new LinkedHashMap<>();

    /// @param in    consumed pickle by pickle
    /// @param where for refusals
    ClosedUnpickler(ByteBuffer in, String where) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
        this.where = where;
    }

    /// The storages that tensors refer to, by key, in order of first mention; the caller fills them.
    Map<String, StoredTensor.Storage> storages() {
        return storages;
    }

    /// Runs one pickle to its STOP.
    ///
    /// @throws InputException WTS-002 if it is cut off or senseless, WTS-004 if it asks for more than data
    Object load() {
        stack.clear();
        memo.clear();
        try {
            while (true) {
                int opcode = in.get() & 0xff;
                if (opcode == '.') {
                    Object result = pop();
                    if (!stack.isEmpty()) {
                        throw damaged("values left on the stack at STOP");
                    }
                    return result;
                }
                if (++opcodes > MOST_OPCODES) {
                    throw forbidden("more than " + MOST_OPCODES + " opcodes");
                }
                step(opcode);
            }
        } catch (BufferUnderflowException e) {
            throw damaged("the pickle ends before its STOP");
        }
    }

    private void step(int opcode) {
        switch (opcode) {
            case 0x80 -> requireProtocol(in.get() & 0xff); // PROTO
            case 0x95 -> in.getLong(); // FRAME: its length is of no use here
            case '(' -> stack.add(Mark.MARK);
            case '0' -> pop();
            case '1' -> popToMark();
            case '2' -> stack.add(peek()); // DUP
            case 'N' -> stack.add(None.NONE);
            case 0x88 -> stack.add(Boolean.TRUE);
            case 0x89 -> stack.add(Boolean.FALSE);
            case 'J' -> stack.add((long) in.getInt()); // BININT
            case 'K' -> stack.add((long) (in.get() & 0xff)); // BININT1
            case 'M' -> stack.add((long) (in.getShort() & 0xffff)); // BININT2
            case 0x8a -> stack.add(longOf(take(in.get() & 0xff))); // LONG1
            case 0x8b -> stack.add(longOf(take(in.getInt()))); // LONG4
            case 'G' -> stack.add(bigEndianDouble()); // BINFLOAT
            case 'X' -> stack.add(text(in.getInt())); // BINUNICODE
            case 0x8c -> stack.add(text(in.get() & 0xff)); // SHORT_BINUNICODE
            case 'T' -> stack.add(text(in.getInt())); // BINSTRING, Python 2
            case 'U' -> stack.add(text(in.get() & 0xff)); // SHORT_BINSTRING, Python 2
            case 'B' -> stack.add(take(in.getInt())); // BINBYTES
            case 'C' -> stack.add(take(in.get() & 0xff)); // SHORT_BINBYTES
            case ']' -> stack.add(new ArrayList<>());
            case ')' -> stack.add(List.of());
            case '}' -> stack.add(new LinkedHashMap<>());
            case 'l', 't' -> stack.add(new ArrayList<>(popToMark())); // LIST, TUPLE
            case 0x85 -> tuple(1);
            case 0x86 -> tuple(2);
            case 0x87 -> tuple(3);
            case 'a' -> append(List.of(pop()));
            case 'e' -> append(popToMark());
            case 's' -> setItems(List.of(peek(1), peek(0)), 2);
            case 'u' -> setItems(popToMark(), 0);
            case 'd' -> { // DICT
                List<Object> items = popToMark();
                stack.add(new LinkedHashMap<>());
                setItems(items, 0);
            }
            case 'q' -> memo.put(in.get() & 0xff, peek()); // BINPUT
            case 'r' -> memo.put(in.getInt(), peek()); // LONG_BINPUT
            case 0x94 -> memo.put(memo.size(), peek()); // MEMOIZE
            case 'h' -> stack.add(recall(in.get() & 0xff)); // BINGET
            case 'j' -> stack.add(recall(in.getInt())); // LONG_BINGET
            case 'c' -> stack.add(global(line(), line())); // GLOBAL
            case 0x93 -> { // STACK_GLOBAL
                Object name = pop();
                if (!(pop() instanceof String module) || !(name instanceof String text)) {
                    throw forbidden("a name that is no text");
                }
                stack.add(global(module, text));
            }
            case 'Q' -> stack.add(storage(pop())); // BINPERSID
            case 'R' -> reduce();
            case 'b' -> build();
            default -> throw forbidden("the opcode 0x" + Integer.toHexString(opcode));
        }
    }

    private void requireProtocol(int protocol) {
        if (protocol < 2 || protocol > 5) {
            throw damaged("a pickle of protocol " + protocol);
        }
    }

    private void tuple(int length) {
        List<Object> items = new ArrayList<>();
        for (int item = length - 1; item >= 0; item--) {
            items.add(peek(item));
        }
        drop(length);
        stack.add(items);
    }

    private void append(List<Object> items) {
        if (!(peek() instanceof ArrayList<?>)) {
            throw damaged("items appended to something that is no list");
        }
        @SuppressWarnings("unchecked") // every ArrayList on the stack was made here
        List<Object> list = (List<Object>) peek();
        list.addAll(items);
    }

    /// @param below values to drop before the dictionary is on top
    private void setItems(List<Object> items, int below) {
        drop(below);
        if (items.size() % 2 != 0 || !(peek() instanceof Map<?, ?>)) {
            throw damaged("items put into something that is no dictionary");
        }
        @SuppressWarnings("unchecked") // every Map on the stack was made here
        Map<Object, Object> map = (Map<Object, Object>) peek();
        for (int item = 0; item < items.size(); item += 2) {
            Object key = items.get(item);
            if (!(key instanceof String || key instanceof Number || key instanceof Boolean)) {
                throw forbidden("a dictionary with keys that are neither texts nor numbers");
            }
            map.put(key, items.get(item + 1));
        }
    }

    private void reduce() {
        Object arguments = pop();
        Object called = pop();
        if (!(called instanceof PickleGlobal global) || !(arguments instanceof List<?> list)) {
            throw forbidden("a call of something that is no known function");
        }
        try {
            stack.add(global.call(list));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw damaged(global.qualifiedName() + ": " + e.getMessage());
        }
    }

    /// BUILD sets attributes. A state dict carries `_metadata` (layer versions), a tensor a backward hook: both are dropped.
    private void build() {
        pop();
        if (!(peek() instanceof Map<?, ?> || peek() instanceof StoredTensor)) {
            throw forbidden("attributes set on something that is neither a dictionary nor a tensor");
        }
    }

    private Object global(String module, String name) {
        return PickleGlobal.of(module, name)
                .orElseThrow(() -> forbidden("the name " + shortened(module) + "." + shortened(name)));
    }

    /// The persistent id of torch.save: ('storage', class, key, device, elements[, view]).
    private StoredTensor.Storage storage(Object id) {
        if (!(id instanceof List<?> parts)
                || parts.size() < 5
                || !parts.get(0).equals("storage")
                || !(parts.get(1) instanceof PickleGlobal.StorageClass kind)
                || !(parts.get(2) instanceof String key)
                || !(parts.get(4) instanceof Long elements)) {
            throw damaged("a persistent id that names no storage");
        }
        if (parts.size() > 5 && parts.get(5) != None.NONE) {
            throw forbidden("a view of a storage, as PyTorch before 0.4 wrote them");
        }
        if (elements < 0 || elements > TensorFile.LARGEST_BYTES / kind.type().bytes()) {
            throw damaged("storage '" + shortened(key) + "' of " + elements + " elements");
        }
        StoredTensor.Storage storage =
                storages.computeIfAbsent(key, _ -> new StoredTensor.Storage(kind.type(), elements));
        if (storage.type() != kind.type() || storage.elements() != elements) {
            throw damaged("storage '" + shortened(key) + "' is described in two ways");
        }
        return storage;
    }

    private byte[] take(int length) {
        if (length < 0 || length > in.remaining()) {
            throw damaged("a value of " + Integer.toUnsignedString(length) + " bytes where " + in.remaining() + " are left");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private String text(int length) {
        return new String(take(length), StandardCharsets.UTF_8);
    }

    private String line() {
        int from = in.position();
        while (in.get() != '\n') {
            // to the end of the line; the buffer's own bound ends the search
        }
        byte[] bytes = Arrays.copyOfRange(in.array(), in.arrayOffset() + from, in.arrayOffset() + in.position() - 1);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private double bigEndianDouble() {
        return Double.longBitsToDouble(Long.reverseBytes(in.getLong()));
    }

    /// Two's complement, little-endian; nothing at all is 0.
    private static Object longOf(byte[] littleEndian) {
        byte[] bigEndian = new byte[littleEndian.length + 1];
        for (int b = 0; b < littleEndian.length; b++) {
            bigEndian[littleEndian.length - b] = littleEndian[b];
        }
        bigEndian[0] = (byte) (littleEndian.length > 0 && littleEndian[littleEndian.length - 1] < 0 ? -1 : 0);
        BigInteger number = new BigInteger(bigEndian);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private Object recall(int place) {
        Object value = memo.get(place);
        if (value == null) {
            throw damaged("a memo entry that was never made");
        }
        return value;
    }

    private Object pop() {
        Object top = peek();
        stack.removeLast();
        return top;
    }

    private Object peek() {
        return peek(0);
    }

    private Object peek(int depth) {
        if (stack.size() <= depth) {
            throw damaged("the stack is empty where a value is needed");
        }
        return stack.get(stack.size() - 1 - depth);
    }

    private void drop(int count) {
        for (int n = 0; n < count; n++) {
            pop();
        }
    }

    /// The values above the last mark, which goes too.
    private List<Object> popToMark() {
        int mark = stack.lastIndexOf(Mark.MARK);
        if (mark < 0) {
            throw damaged("no mark on the stack");
        }
        List<Object> above = new ArrayList<>(stack.subList(mark + 1, stack.size()));
        stack.subList(mark, stack.size()).clear();
        return above;
    }

    private InputException damaged(String found) {
        return TensorFile.damaged(where, found + " (byte " + in.position() + " of the pickles)");
    }

    private InputException forbidden(String found) {
        return DeepProblem.FORBIDDEN_PICKLE.refuse(
                where,
                found,
                "a state dict: " + PickleGlobal.closedList() + "; nothing else is built and nothing is ever called",
                "save only the tensors, torch.save(model.state_dict(), path), or convert the file to safetensors; do not load"
                        + " it elsewhere unless you trust its source");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
