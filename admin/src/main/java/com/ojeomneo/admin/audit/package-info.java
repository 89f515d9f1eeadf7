/** The log of what staff do: added to, never changed. */
package com.ojeomneo.admin.audit;
