import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import BugIcon from '@mui/icons-material/WebhookOutlined';
import CategoryIcon from '@mui/icons-material/CategoryOutlined';
import ConsentIcon from '@mui/icons-material/HandshakeOutlined';
import EventIcon from '@mui/icons-material/TimelineOutlined';
import FlagIcon from '@mui/icons-material/FlagOutlined';
import ImageIcon from '@mui/icons-material/ImageOutlined';
import MenuIcon from '@mui/icons-material/RestaurantMenuOutlined';
import NoticeIcon from '@mui/icons-material/CampaignOutlined';
import OrderIcon from '@mui/icons-material/ReceiptLongOutlined';
import PaymentIcon from '@mui/icons-material/CreditCardOutlined';
import PriceIcon from '@mui/icons-material/PriceChangeOutlined';
import PhoneIcon from '@mui/icons-material/PhoneIphoneOutlined';
import RefundIcon from '@mui/icons-material/UndoOutlined';
import SessionIcon from '@mui/icons-material/DevicesOutlined';
import SettingsIcon from '@mui/icons-material/TuneOutlined';
import SlotIcon from '@mui/icons-material/ScheduleOutlined';
import StaffIcon from '@mui/icons-material/BadgeOutlined';
import StockIcon from '@mui/icons-material/Inventory2Outlined';
import StoreIcon from '@mui/icons-material/StorefrontOutlined';
import TableIcon from '@mui/icons-material/TableRowsOutlined';
import UserIcon from '@mui/icons-material/PeopleOutlined';
import type { ComponentType } from 'react';
import type { Resource } from '../api/schema';

const ICONS: Partial<Record<string, ComponentType>> = {
  app_settings: SettingsIcon,
  app_versions: PhoneIcon,
  audit_log: AuditIcon,
  consents: ConsentIcon,
  daily_stock: StockIcon,
  feature_flags: FlagIcon,
  images: ImageIcon,
  menu_categories: CategoryIcon,
  menu_prices: PriceIcon,
  menus: MenuIcon,
  notices: NoticeIcon,
  order_events: EventIcon,
  orders: OrderIcon,
  payment_attempts: PaymentIcon,
  payment_webhooks: BugIcon,
  payments: PaymentIcon,
  pickup_slots: SlotIcon,
  refunds: RefundIcon,
  staff: StaffIcon,
  stores: StoreIcon,
  user_sessions: SessionIcon,
  users: UserIcon,
};

export function iconOf(resource: Resource): ComponentType {
  return ICONS[resource.name] ?? TableIcon;
}
