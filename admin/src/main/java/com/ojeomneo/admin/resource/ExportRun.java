package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.background.BackgroundJobs;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** One attempt at one file. Its memory does not grow with the list: see {@link ChunkStream}. */
final class ExportRun {
  /** 512 MiB as it is kept. */
  private static final int MOST_CHUNKS = 512;

  /** A snapshot that is open for longer keeps PostgreSQL from tidying up. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);

  private final ExportLeases leases;
  private final BackgroundJobs jobs;
  private final ExportJob job;
  private final long began = System.nanoTime();
  private long told = began;
  private long rows;

  ExportRun(ExportLeases leases, BackgroundJobs jobs, ExportJob job) {
    this.leases = leases;
    this.jobs = jobs;
    this.job = job;
  }

  /** The Admin ends; another goes on. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  /** The list takes longer than a snapshot may be open. */
  static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
      super("the list takes too long", null, false, false);
    }
  }

  /**
   * @return how many rows are in the file
   * @throws ExportLeases.Lost when somebody else has the job by now, or nobody wants it
   */
  long make(ListReader lists, ExportWish wish, Reach reach) throws IOException {
    var chunks = new ChunkStream((bytes, number) -> leases.append(job, number, bytes), MOST_CHUNKS);
    ExportFormat format = job.order().format();
    var file = new Counted(format.isCompressed() ? chunks : new GZIPOutputStream(chunks, 1 << 16));
    TableWriter table = format.writer(wish, file);
    lists.read(
        wish,
        row -> {
          table.write(row);
          rows++;
          goOn();
        });
    table.finish();
    file.close();
    leases.finish(job, reach, rows, chunks.size(), file.size);
    return rows;
  }

  private void goOn() {
    if (jobs.isStopping()) {
      throw new Stopped();
    }
    long now = System.nanoTime();
    if (now - told >= BETWEEN_NEWS.toNanos()) {
      told = now;
      leases.progress(job, rows);
      if (now - began > LONGEST.toNanos()) {
        throw new TooSlow();
      }
    }
  }

  private static final class Counted extends FilterOutputStream {
    private long size;

    Counted(OutputStream to) {
      super(to);
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      size++;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      size += length;
    }

    /** Only {@link #close} ends a chunk. */
    @Override
    public void flush() {}
  }
}
