/**
 * Work that nobody waits for: each job runs on a virtual thread of its own until the process ends.
 * A job that fails is logged and counted and runs again; correctness never depends on which node
 * runs it, or how often.
 */
package com.ojeomneo.platform.background;
