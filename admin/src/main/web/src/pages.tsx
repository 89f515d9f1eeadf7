import SettlementIcon from '@mui/icons-material/AccountBalanceWalletOutlined';
import DashboardIcon from '@mui/icons-material/InsightsOutlined';
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import CounterIcon from '@mui/icons-material/PointOfSaleOutlined';
import BoardIcon from '@mui/icons-material/ViewKanbanOutlined';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Group } from './api/schema';
import type { Permission } from './api/schema';

/** A page of our own, beside those that are made from declarations. */
export interface Page {
  path: string;
  component: LazyExoticComponent<ComponentType>;
  permission?: Permission;
  /** With it the page is in the menu, first of its group. */
  menu?: {
    group: Group;
    label: string;
    icon: ComponentType;
    /** What else it is called, in either language, for whoever looks for it. */
    words?: readonly string[];
  };
}

/** `label` is a key of the translations. The folder of a page has its name. */
export const pages: Page[] = [
  {
    path: '/dashboard',
    component: lazy(() => import('./dashboard/DashboardPage')),
    permission: 'VIEW',
    menu: { group: 'ORDERS', label: 'ojeomneo.dashboard.title', icon: DashboardIcon },
  },
  {
    path: '/board',
    component: lazy(() => import('./board/BoardPage')),
    permission: 'VIEW',
    menu: { group: 'ORDERS', label: 'ojeomneo.board.title', icon: BoardIcon },
  },
  {
    path: '/counter',
    component: lazy(() => import('./counter/CounterPage')),
    permission: 'ORDERS',
    menu: {
      group: 'ORDERS',
      label: 'ojeomneo.counter.title',
      icon: CounterIcon,
      words: ['카운터', '현장 주문', '전화 주문', '포스', 'counter', 'phone', 'till', 'POS'],
    },
  },
  {
    path: '/calendar',
    component: lazy(() => import('./calendar/CalendarPage')),
    permission: 'VIEW',
    menu: { group: 'CATALOGUE', label: 'ojeomneo.calendar.title', icon: CalendarIcon },
  },
  {
    path: '/settlement',
    component: lazy(() => import('./settlement/SettlementPage')),
    permission: 'VIEW',
    menu: { group: 'ORDERS', label: 'ojeomneo.settlement.title', icon: SettlementIcon },
  },
  { path: '/deleted/:resource', component: lazy(() => import('./deleted/DeletedPage')) },
  {
    path: '/invite',
    component: lazy(() => import('./staff/InvitePage')),
    permission: 'STAFF',
  },
  { path: '/import/:resource', component: lazy(() => import('./imports/ImportPage')) },
  { path: '/exports', component: lazy(() => import('./exports/ExportsPage')) },
  { path: '/profile', component: lazy(() => import('./profile/ProfilePage')) },
];

/** Where the back office begins: shop staff with what is to be cooked, everybody else with how the day goes. */
export function firstPage(open: Page[], worksInShops: boolean): string | undefined {
  const first = worksInShops ? '/board' : '/dashboard';
  return (open.find(({ path }) => path === first) ?? open.find(({ menu }) => menu !== undefined))
    ?.path;
}

/** Pages that stand in for the generic page of one record, by the name of the resource. */
export const recordPages: Partial<Record<string, LazyExoticComponent<ComponentType>>> = {
  audit_log: lazy(() => import('./audit/AuditEntryPage')),
  orders: lazy(() => import('./orders/OrderPage')),
  staff: lazy(() => import('./staff/ColleaguePage')),
  stores: lazy(() => import('./calendar/StorePage')),
  users: lazy(() => import('./customers/CustomerPage')),
};

const PreviewPanel = lazy(() => import('./preview/PreviewPanel'));

/** What stands below the form of a row, by the name of the resource. */
export const belowForms: Partial<Record<string, typeof PreviewPanel>> = {
  app_settings: PreviewPanel,
  app_versions: PreviewPanel,
  feature_flags: PreviewPanel,
  notices: PreviewPanel,
};

/** Where a row is made that the generic form does not make: the page, and what its button says. */
export const makingPages: Partial<Record<string, { path: string; label: string }>> = {
  staff: { path: '/invite', label: 'ojeomneo.staff.invite' },
};
