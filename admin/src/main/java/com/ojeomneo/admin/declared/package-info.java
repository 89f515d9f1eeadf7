/** The tables of the back office, one declaration each; what is declared here is all there is. */
package com.ojeomneo.admin.declared;
