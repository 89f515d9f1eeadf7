import { options } from 'preact';

/** The Server names its pictures by path, and the app is not loaded from it: their addresses are completed. */
export function showPicturesOf(server: string): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    if (vnode.type === 'img') {
      const picture = vnode.props as { src?: unknown };
      if (typeof picture.src === 'string' && picture.src.startsWith('/ojeomneo/')) {
        picture.src = server + picture.src;
      }
    }
    before?.(vnode);
  };
}
