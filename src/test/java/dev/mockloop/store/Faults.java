package dev.mockloop.store;

import java.io.IOException;
import java.util.Random;

/** Decides by a seed what goes wrong on a disk, and when. Safe for many threads. */
final class Faults {
  /** What can go wrong with one call. */
  enum Fault {
    NONE,
    /** Only some of the bytes are taken, which is no error. */
    SHORT,
    /** Some bytes are taken, then the disk is full. */
    FULL,
    /** The device fails. */
    BROKEN,
    /** It takes a while. */
    SLOW
  }

  private final Random random;
  private final double chance;
  private boolean on = true;
  private long callsToDeath;
  private int met;

  /**
   * @param chance how often a call goes wrong, from 0 to 1
   * @param callsToDeath after so many calls every call fails, as when power is cut
   */
  Faults(long seed, double chance, long callsToDeath) {
    this.random = new Random(seed);
    this.chance = chance;
    this.callsToDeath = callsToDeath;
  }

  static Faults none() {
    return new Faults(0, 0, Long.MAX_VALUE);
  }

  /** How many faults there were so far. */
  synchronized int met() {
    return met;
  }

  /** Lets nothing more go wrong. */
  synchronized void end() {
    on = false;
    callsToDeath = Long.MAX_VALUE;
  }

  /** From now on every call fails. */
  synchronized void die() {
    callsToDeath = 0;
  }

  synchronized boolean isDead() {
    return callsToDeath <= 0;
  }

  synchronized Fault atWrite() throws IOException {
    return next(Fault.SHORT, Fault.FULL, Fault.BROKEN);
  }

  synchronized Fault atForce() throws IOException {
    return next(Fault.BROKEN, Fault.SLOW);
  }

  /** For calls that work or fail as a whole. */
  synchronized void atCall() throws IOException {
    if (next(Fault.BROKEN) == Fault.BROKEN) {
      throw broken();
    }
  }

  synchronized int upTo(int most) {
    return random.nextInt(most + 1);
  }

  synchronized boolean toss() {
    return random.nextBoolean();
  }

  static IOException full() {
    return new IOException("No space left on device");
  }

  static IOException broken() {
    return new IOException("Input/output error");
  }

  private Fault next(Fault... choice) throws IOException {
    if (callsToDeath-- <= 0) {
      callsToDeath = 0;
      throw new IOException("the power is cut");
    }
    if (!on || random.nextDouble() >= chance) {
      return Fault.NONE;
    }
    met++;
    return choice[random.nextInt(choice.length)];
  }
}
