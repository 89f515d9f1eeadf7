/** The people of the back office and what each may do. */
package com.ojeomneo.admin.staff;
