/**
 * The one-command stack: a real PostgreSQL and Redis, the payment sandbox and the Server as child
 * processes of one launcher, with everything they keep in {@code .local/}.
 *
 * <p>The launcher owns the lives of its children. It starts them in the order in which they need
 * each other, stops them in the opposite order, and first of all ends what an earlier run left
 * behind. Nothing here daemonises: a child that outlives its launcher is an accident that the next
 * start repairs.
 */
package com.ojeomneo.local;
