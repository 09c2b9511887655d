package dev.mockloop.agreement;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Numbers things by their 64-bit hash in the order that they come: open addressing, twelve to
 * twenty bytes a thing. The caller says whether an entry of the same hash is the same thing.
 */
final class HashIndex {
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int FREE = -1;

  private final LongColumn hashes = new LongColumn();
  private int[] slots = new int[1 << 10];

  HashIndex() {
    Arrays.fill(slots, FREE);
  }

  int size() {
    return hashes.size();
  }

  /** The number of the thing, or of the new entry, which is then the last one. */
  int add(long hash, IntPredicate same) {
    int slot = slot(hash);
    while (slots[slot] != FREE) {
      if (hashes.get(slots[slot]) == hash && same.test(slots[slot])) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = hashes.size();
    hashes.add(hash);
    if (hashes.size() > slots.length / 4 * 3) {
      grow();
    }
    return hashes.size() - 1;
  }

  private void grow() {
    int length = slots.length * 2;
    slots = new int[0];
    slots = new int[length];
    Arrays.fill(slots, FREE);
    for (int i = 0; i < hashes.size(); i++) {
      int slot = slot(hashes.get(i));
      while (slots[slot] != FREE) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i;
    }
  }

  private int slot(long hash) {
    return (int) ((hash * MIX) >>> 32) & (slots.length - 1);
  }

  /** A hash of 64 bits: FNV-1a over the characters (Fowler, Noll, Vo), mixed at the end. */
  static long hash(long seed, CharSequence text) {
    long hash = seed ^ 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mixed(hash ^ text.length());
  }

  /** The finishing mix of SplitMix64 (Steele, Lea and Flood 2014). */
  static long mixed(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
