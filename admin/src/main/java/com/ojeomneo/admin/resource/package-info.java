/**
 * What every table of the back office has in common: lists, forms, history, export, deletion. A
 * {@link com.ojeomneo.admin.resource.Resource} declares a table once; this engine and the pages
 * read the same declaration. What only one resource needs does not belong here.
 */
package com.ojeomneo.admin.resource;
