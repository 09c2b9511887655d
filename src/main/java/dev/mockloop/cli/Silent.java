package dev.mockloop.cli;

import me.tongfei.progressbar.ProgressBarConsumer;

/** Shows no progress, where there is no terminal to show it on. */
final class Silent implements ProgressBarConsumer {
  @Override
  public int getMaxRenderedLength() {
    return 0;
  }

  @Override
  public void accept(String rendered) {
    // nobody looks
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
