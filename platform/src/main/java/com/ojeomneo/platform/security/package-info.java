/**
 * Who is asking. Access tokens are asymmetric JWTs; an endpoint is closed unless it is marked
 * {@link com.ojeomneo.platform.security.Public}. A verified signature is remembered by the token's
 * hash; expiry and revocation are looked at on every use.
 */
package com.ojeomneo.platform.security;
