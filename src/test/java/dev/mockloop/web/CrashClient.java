package dev.mockloop.web;

import java.io.IOException;

/** Somebody who changes things, and knows what must be there afterwards. */
interface CrashClient {
  /** Does one thing; an {@link IOException} says that the server went away meanwhile. */
  void act() throws IOException, InterruptedException;

  /** Checks, behind a restart, what was acknowledged. */
  void verify() throws IOException, InterruptedException;

  /** Brings what is under way to its end, and checks all of it. */
  void finish() throws IOException, InterruptedException;
}
