/** {@code /users}: the account of whoever asks. Nobody sees another's. */
package com.ojeomneo.server.user;
