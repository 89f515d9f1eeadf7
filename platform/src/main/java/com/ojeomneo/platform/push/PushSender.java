package com.ojeomneo.platform.push;

/** One way to deliver. */
interface PushSender<D extends Device> {
  /** Blocks for 20 seconds at most. */
  Outcome send(PushMessage message, D to);
}
