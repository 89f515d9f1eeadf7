/** Pages between the app and the payment provider. They change nothing: paying is the API's. */
package com.ojeomneo.server.checkout;
