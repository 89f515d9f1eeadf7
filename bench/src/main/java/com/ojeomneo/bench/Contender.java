package com.ojeomneo.bench;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/**
 * Who answers the requests.
 *
 * @param url what is asked for
 * @param processes whose CPU time counts
 */
record Contender(String name, URI url, Supplier<List<Long>> processes) {}
