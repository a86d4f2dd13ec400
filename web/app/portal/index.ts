export { PortalPage } from "./portal-page.js";
