import { lazy, LocationProvider, Route, Router, ErrorBoundary } from 'preact-iso';
import { Offline } from './Offline';
import { Tabs } from './Tabs';
import { Update } from './Update';
import { Home } from './home/Home';
import { NotFound } from './NotFound';
import { Viewing } from './account/Viewing';
import { useTrail } from './design/trail';

const StorePage = lazy(() => import('./shop/StorePage').then((m) => m.StorePage));
const DishPage = lazy(() => import('./shop/DishPage').then((m) => m.DishPage));
const CartPage = lazy(() => import('./cart/CartPage').then((m) => m.CartPage));
const ReturnPage = lazy(() => import('./order/ReturnPage').then((m) => m.ReturnPage));
const OrderPage = lazy(() => import('./order/OrderPage').then((m) => m.OrderPage));
const ReceiptPage = lazy(() => import('./order/ReceiptPage').then((m) => m.ReceiptPage));
const OrdersPage = lazy(() => import('./order/OrdersPage').then((m) => m.OrdersPage));
const MePage = lazy(() => import('./account/MePage').then((m) => m.MePage));
const FavouritesPage = lazy(() =>
  import('./favourite/FavouritesPage').then((m) => m.FavouritesPage),
);
const DevicesPage = lazy(() => import('./account/DevicesPage').then((m) => m.DevicesPage));
const VerifyPage = lazy(() => import('./account/VerifyPage').then((m) => m.VerifyPage));
const LogInPage = lazy(() => import('./account/LogInPage').then((m) => m.LogInPage));
const LoginsPage = lazy(() => import('./account/LoginsPage').then((m) => m.LoginsPage));
const SocialReturnPage = lazy(() =>
  import('./account/SocialReturnPage').then((m) => m.SocialReturnPage),
);
const DesignPage = lazy(() => import('./design/DesignPage').then((m) => m.DesignPage));
const PasswordPage = lazy(() => import('./account/PasswordPage').then((m) => m.PasswordPage));
const ViewPage = lazy(() => import('./account/ViewPage').then((m) => m.ViewPage));
const SignUpPage = lazy(() => import('./account/SignUpPage').then((m) => m.SignUpPage));

export function App() {
  return (
    <LocationProvider>
      <Trail />
      <Offline />
      <Viewing />
      <ErrorBoundary>
        <Router>
          <Route path="/" component={Home} />
          <Route path="/stores/:id" component={StorePage} />
          <Route path="/menus/:id" component={DishPage} />
          <Route path="/cart/:store" component={CartPage} />
          <Route path="/checkout/return" component={ReturnPage} />
          <Route path="/orders" component={OrdersPage} />
          <Route path="/orders/:id" component={OrderPage} />
          <Route path="/orders/:id/receipt" component={ReceiptPage} />
          <Route path="/favourites" component={FavouritesPage} />
          <Route path="/me" component={MePage} />
          <Route path="/me/devices" component={DevicesPage} />
          <Route path="/me/logins" component={LoginsPage} />
          <Route path="/me/verify" component={VerifyPage} />
          <Route path="/login" component={LogInPage} />
          <Route path="/login/:provider" component={SocialReturnPage} />
          <Route path="/view" component={ViewPage} />
          <Route path="/signup" component={SignUpPage} />
          <Route path="/password" component={PasswordPage} />
          <Route path="/design" component={DesignPage} />
          <Route default component={NotFound} />
        </Router>
      </ErrorBoundary>
      <Tabs />
      <Update />
    </LocationProvider>
  );
}

function Trail() {
  useTrail();
  return null;
}
