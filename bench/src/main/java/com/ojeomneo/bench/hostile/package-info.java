/**
 * What somebody who wishes us ill sends: a generator that reads the Server's own OpenAPI document
 * and makes valid, mutated and malformed requests from it, and a judge who reads every answer. Same
 * seed and same stack, same requests; a refused answer is shown as bytes that can be sent again.
 */
package com.ojeomneo.bench.hostile;
