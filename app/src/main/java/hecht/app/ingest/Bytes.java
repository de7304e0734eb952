package hecht.app.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes that are written one value after the other. Numbers that vary in length have seven bits a byte, the lowest first.
final class Bytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] array = new byte[256];
    private int length;

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /// Makes room for so many bytes more.
    private void reserve(int more) {
        if (length + more > array.length) array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
    }

    void octet(int value) {
        reserve(1);
        array[length++] = (byte) value;
    }

    void fixedInt(int value) {
        reserve(Integer.BYTES);
        setInt(array, length, value);
        length += Integer.BYTES;
    }

    void fixedLong(long value) {
        reserve(Long.BYTES);
        LONG.set(array, length, value);
        length += Long.BYTES;
    }

    void varying(long value) {
        reserve(10);
        long rest = value;
        for (; (rest & ~0x7fL) != 0; rest >>>= 7) array[length++] = (byte) (rest | 0x80);
        array[length++] = (byte) rest;
    }

    /// A text: twice its length, plus 1 where a character needs two bytes; then its characters.
    void text(String text) {
        int characters = text.length();
        int start = length;
        varying((long) characters << 1);
        reserve(characters);
        int at = length;
        for (int i = 0; i < characters; i++) {
            char each = text.charAt(i);
            if (each > 0xff) {
                length = start;
                wide(text);
                return;
            }
            array[at++] = (byte) each;
        }
        length = at;
    }

    private void wide(String text) {
        varying((long) text.length() << 1 | 1);
        reserve(text.length() * Character.BYTES);
        for (int i = 0; i < text.length(); i++) {
            array[length++] = (byte) text.charAt(i);
            array[length++] = (byte) (text.charAt(i) >>> Byte.SIZE);
        }
    }

    static int intAt(byte[] array, int at) {
        return (int) INT.get(array, at);
    }

    static long longAt(byte[] array, int at) {
        return (long) LONG.get(array, at);
    }

    static void setInt(byte[] array, int at, int value) {
        INT.set(array, at, value);
    }
}
