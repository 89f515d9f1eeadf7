/**
 * One search over everything that somebody may see, for those who know what they want but not in
 * which list it is. It finds what the lists find, for the same people: it has no rights, masks or
 * matching of its own.
 */
package com.ojeomneo.admin.search;
