package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/**
 * Writes a short list into the answer itself while it is read. A long one is an {@link ExportJob}.
 */
@Singleton
class DirectExport {
  /** Each holds a connection of the pool for as long as its reader takes. */
  private final Semaphore running = new Semaphore(3);

  private final ListReader lists;

  DirectExport(ListReader lists) {
    this.lists = lists;
  }

  /**
   * @param first what is done before anything is written
   * @throws Problem 503 while too many run
   */
  void write(ExportWish wish, ExportFormat format, OutputStream to, Runnable first) {
    if (!running.tryAcquire()) {
      throw Problem.of(ResourceProblem.TOO_MANY_EXPORTS).retryAfter(10);
    }
    try {
      first.run();
      TableWriter table = format.writer(wish, to);
      lists.read(wish, table::write);
      table.finish();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } finally {
      running.release();
    }
  }
}
