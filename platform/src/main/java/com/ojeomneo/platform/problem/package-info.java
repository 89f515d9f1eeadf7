/**
 * Errors as a client sees them: {@code application/problem+json} (RFC 9457) with a stable code, in
 * Korean or English. A refusal is thrown as a {@link com.ojeomneo.platform.problem.Problem} from
 * wherever it is noticed; the mappers here are the only place that writes one.
 */
package com.ojeomneo.platform.problem;
