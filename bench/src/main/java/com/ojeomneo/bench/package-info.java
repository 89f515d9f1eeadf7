/**
 * What requests cost, as ratios: the Server and a peer that serves the same bytes take turns in one
 * run, on one machine, under one load generator, and the medians of the turns are compared. The
 * figures are in {@code docs/performance.md}; no test asserts one.
 */
package com.ojeomneo.bench;
