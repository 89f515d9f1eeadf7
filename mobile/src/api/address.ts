/** Where the API is: beside the app, or, in an app from a store, where the build was told (native/). */
export const API = `${(import.meta.env.VITE_SERVER as string | undefined) ?? ''}/ojeomneo/v1`;
