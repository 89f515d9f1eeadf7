/**
 * Orders over HTTP: placing, paying, cancelling, reading, and watching them live. Also the jobs
 * that keep them moving when nobody asks.
 */
package com.ojeomneo.server.order;
