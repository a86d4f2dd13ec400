export { createRotas, onCallAt, type Rotas } from "./rota.js";
