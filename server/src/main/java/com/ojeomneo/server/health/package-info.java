/**
 * Whether this node should be sent requests. PostgreSQL decides; without Redis the Server is slower
 * but serves.
 */
package com.ojeomneo.server.health;
