/** The back office: who works there, and what they see and do. */
package com.ojeomneo.admin;
