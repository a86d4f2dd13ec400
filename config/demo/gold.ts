import type { Locale } from "../../contract/index.js";

/** A sentence of the demo desk's gold set, and what is right to show for it. */
export interface DemoGold {
  readonly language: Locale;
  readonly text: string;
  /** By its English name. */
  readonly activity?: string;
  /** By their titles. */
  readonly articles?: readonly string[];
  readonly intent?: string;
}

export const demoGold: readonly DemoGold[] = [
  {
    language: "en",
    text: "how do I reset my password?",
    activity: "Reset a password",
    articles: ["Reset your password"],
  },
  {
    language: "en",
    text: "password expired what now",
    activity: "Reset a password",
    articles: ["Reset your password"],
  },
  {
    language: "en",
    text: "windows says account locked out",
    activity: "Account locked",
    articles: ["Unlock a locked account"],
  },
  {
    language: "en",
    text: "my pc is sooo slow",
    activity: "Slow or broken computer",
    articles: ["What to do about a slow computer"],
  },
  {
    language: "en",
    text: "id like a new laptop",
    activity: "New laptop",
    articles: ["Your new laptop on the first day"],
  },
  {
    language: "en",
    text: "can I get a second screen?",
    activity: "Screen, keyboard or other accessory",
    articles: [
      "Keyboard and mouse do not do what they should",
      "Connect an external screen",
      "Problems with the docking station",
    ],
  },
  {
    language: "en",
    text: "keyboard types wrong letters",
    activity: "Screen, keyboard or other accessory",
    articles: ["Keyboard and mouse do not do what they should"],
  },
  {
    language: "en",
    text: "printing doesn't work",
    activity: "Printer fault",
    articles: ["The printer does not print"],
  },
  {
    language: "en",
    text: "someone stole my laptop!!",
    activity: "Lost or stolen device",
    articles: ["A phone or laptop is lost or stolen"],
  },
  { language: "en", text: "cant send emails", activity: "E-mail does not work" },
  {
    language: "en",
    text: "nobody hears me in teams",
    activity: "No sound or picture in calls",
    articles: ["Sound and camera in video calls"],
  },
  {
    language: "en",
    text: "vpn",
    activity: "VPN does not connect",
    articles: ["Connect to the VPN and fix its usual problems"],
  },
  {
    language: "en",
    text: "wifi for a visitor tomorrow",
    activity: "Wi-Fi for a guest",
    articles: ["Internet for visitors (guest Wi-Fi)"],
  },
  {
    language: "en",
    text: "i deleted a file by accident, can I get it back",
    activity: "Restore files",
    articles: ["Bring back deleted or overwritten files"],
  },
  { language: "en", text: "hello there", intent: "greet" },
  { language: "en", text: "just give me a human please", intent: "talk-to-attendant" },
  { language: "en", text: "what's the weather like in paris", intent: "out-of-scope" },
  { language: "en", text: "who won the match yesterday", intent: "out-of-scope" },
  { language: "en", text: "how do i make lasagna", intent: "out-of-scope" },
  { language: "en", text: "where do I park my car", intent: "out-of-scope" },
  {
    language: "es",
    text: "como cambio mi contraseña",
    activity: "Reset a password",
    articles: ["Restablecer la contraseña"],
  },
  {
    language: "es",
    text: "no puedo entrar, dice cuenta bloqueada",
    activity: "Account locked",
    articles: ["Desbloquear una cuenta bloqueada"],
  },
  {
    language: "es",
    text: "mi compu esta lentisima",
    activity: "Slow or broken computer",
    articles: ["Qué hacer si el equipo va lento"],
  },
  {
    language: "es",
    text: "quiero una laptop nueva",
    activity: "New laptop",
    articles: ["Su portátil nuevo el primer día"],
  },
  {
    language: "es",
    text: "quiero otro monitor",
    activity: "Screen, keyboard or other accessory",
    articles: [
      "El teclado y el ratón no hacen lo que deben",
      "Conectar una pantalla externa",
      "Problemas con la estación de acoplamiento",
    ],
  },
  {
    language: "es",
    text: "el teclado escribe letras raras",
    activity: "Screen, keyboard or other accessory",
    articles: ["El teclado y el ratón no hacen lo que deben"],
  },
  { language: "es", text: "como agrego la impresora del piso 3", activity: "Add a printer" },
  {
    language: "es",
    text: "perdi mi celular del trabajo",
    activity: "Lost or stolen device",
    articles: ["Teléfono o portátil perdido o robado"],
  },
  {
    language: "es",
    text: "tengo el buzon lleno",
    activity: "E-mail does not work",
    articles: ["El buzón está lleno"],
  },
  {
    language: "es",
    text: "no anda la camara en las reuniones",
    activity: "No sound or picture in calls",
    articles: ["Sonido y cámara en las videollamadas"],
  },
  {
    language: "es",
    text: "no hay wifi en la sala",
    activity: "Wi-Fi or internet does not work",
    articles: ["Conectarse al Wi-Fi de la oficina"],
  },
  {
    language: "es",
    text: "me llego un correo raro que pide mi clave",
    activity: "Suspicious mail or virus",
    articles: ["Reconocer y reportar un correo sospechoso (phishing)"],
  },
  {
    language: "es",
    text: "necesito permiso a la carpeta de marketing",
    activity: "Access to a shared folder",
    articles: ["Obtener acceso a una carpeta compartida"],
  },
  {
    language: "es",
    text: "como cobro los viaticos",
    activity: "Expense report problem",
    articles: ["Presentar gastos y recibir el reembolso"],
  },
  { language: "es", text: "buenas que tal", intent: "greet" },
  { language: "es", text: "pasame con una persona", intent: "talk-to-attendant" },
  { language: "es", text: "que tiempo hara mañana", intent: "out-of-scope" },
  { language: "es", text: "quien gano el partido anoche", intent: "out-of-scope" },
  { language: "es", text: "como se hace la lasaña", intent: "out-of-scope" },
  { language: "es", text: "donde pido vacaciones", intent: "out-of-scope" },
  {
    language: "pt",
    text: "esqueci minha senha",
    activity: "Reset a password",
    articles: ["Redefinir a senha"],
  },
  {
    language: "pt",
    text: "nao consigo entrar, conta bloqueada",
    activity: "Account locked",
    articles: ["Desbloquear uma conta bloqueada"],
  },
  {
    language: "pt",
    text: "meu pc ta muito lento",
    activity: "Slow or broken computer",
    articles: ["O que fazer com um computador lento"],
  },
  {
    language: "pt",
    text: "quero um notebook novo",
    activity: "New laptop",
    articles: ["Seu notebook novo no primeiro dia"],
  },
  {
    language: "pt",
    text: "queria um segundo monitor",
    activity: "Screen, keyboard or other accessory",
    articles: [
      "Teclado e mouse não fazem o que deviam",
      "Conectar uma tela externa",
      "Problemas com a docking station",
    ],
  },
  {
    language: "pt",
    text: "teclado digitando letra errada",
    activity: "Screen, keyboard or other accessory",
    articles: ["Teclado e mouse não fazem o que deviam"],
  },
  { language: "pt", text: "como coloco a impressora do terceiro andar no meu pc", activity: "Add a printer" },
  {
    language: "pt",
    text: "perdi o celular da firma",
    activity: "Lost or stolen device",
    articles: ["Celular ou notebook perdido ou roubado"],
  },
  {
    language: "pt",
    text: "caixa de email cheia",
    activity: "E-mail does not work",
    articles: ["A caixa de correio está cheia"],
  },
  {
    language: "pt",
    text: "camera nao funciona na reuniao",
    activity: "No sound or picture in calls",
    articles: ["Som e câmera em videochamadas"],
  },
  {
    language: "pt",
    text: "wifi caiu na sala de reuniao",
    activity: "Wi-Fi or internet does not work",
    articles: ["Entrar no Wi-Fi do escritório"],
  },
  {
    language: "pt",
    text: "cliquei num link estranho",
    activity: "Suspicious mail or virus",
    articles: ["Reconhecer e denunciar um e-mail suspeito (phishing)"],
  },
  {
    language: "pt",
    text: "preciso de acesso na pasta do financeiro",
    activity: "Access to a shared folder",
    articles: ["Obter acesso a uma pasta compartilhada"],
  },
  {
    language: "pt",
    text: "como recebo o reembolso da viagem",
    activity: "Expense report problem",
    articles: ["Lançar despesas e receber o reembolso"],
  },
  { language: "pt", text: "oi bom dia", intent: "greet" },
  { language: "pt", text: "quero falar com gente de verdade", intent: "talk-to-attendant" },
  { language: "pt", text: "qual a previsão do tempo", intent: "out-of-scope" },
  { language: "pt", text: "quem ganhou o jogo ontem", intent: "out-of-scope" },
  { language: "pt", text: "como faz lasanha", intent: "out-of-scope" },
  { language: "pt", text: "onde peço ferias", intent: "out-of-scope" },
];
