import { useLocation } from 'preact-iso';
import { latest } from './cart/carts';
import { portions, total } from './cart/cart';
import { Icon } from './design/Icon';
import { t, won } from './i18n';

/** Screens with a button of their own at the bottom have no tabs. */
const WITHOUT = /^\/(menus|cart|checkout|login|signup|password)(\/|$)/;

export function Tabs() {
  const { path } = useLocation();
  if (WITHOUT.test(path)) {
    return null;
  }
  const tabs = [
    {
      href: '/',
      icon: 'home',
      label: t().tabHome,
      here: path === '/' || path.startsWith('/stores'),
    },
    {
      href: '/favourites',
      icon: 'heart',
      label: t().tabFavourites,
      here: path === '/favourites',
    },
    { href: '/orders', icon: 'orders', label: t().tabOrders, here: path.startsWith('/orders') },
    { href: '/me', icon: 'me', label: t().tabMe, here: path === '/me' },
  ] as const;
  const cart = latest.value;
  return (
    <>
      {cart && !path.startsWith('/orders/') && (
        <a class="button primary wide cart-link" href={`/cart/${cart.storeId}`}>
          {t().viewCart(portions(cart), won(total(cart)))}
        </a>
      )}
      <nav class="tabs" aria-label={t().menu}>
        {tabs.map((tab) => (
          <a key={tab.href} href={tab.href} aria-current={tab.here ? 'page' : undefined}>
            <Icon name={tab.icon} />
            {tab.label}
          </a>
        ))}
      </nav>
    </>
  );
}
