import { askChoice, askOptionalText, askText } from "../fields.js";
import { groupIds } from "../people.js";
import type { DemoService } from "../shapes.js";

export const accessService: DemoService = {
  id: "01999d00-0000-7000-8000-000000000604",
  name: { en: "Accounts and access", es: "Cuentas y accesos", pt: "Contas e acessos" },
  description: {
    en: "Passwords, locked accounts and sign-in codes",
    es: "Contraseñas, cuentas bloqueadas y códigos de acceso",
    pt: "Senhas, contas bloqueadas e códigos de acesso",
  },
  activities: [
    {
      id: "01999d00-0000-7000-8000-000000000709",
      kind: "request",
      groupId: groupIds.serviceDesk,
      name: { en: "Reset a password", es: "Restablecer una contraseña", pt: "Redefinir uma senha" },
      description: {
        en: "A new password when the old one is forgotten or has expired",
        es: "Una contraseña nueva cuando se ha olvidado o ha caducado",
        pt: "Uma nova senha quando a antiga foi esquecida ou expirou",
      },
      fields: [
        askChoice(
          {
            name: "system",
            label: { en: "System", es: "Sistema", pt: "Sistema" },
            ask: {
              en: "Which password should be reset?",
              es: "¿Qué contraseña hay que restablecer?",
              pt: "Qual senha deve ser redefinida?",
            },
          },
          [
            {
              value: "windows",
              label: { en: "Computer and e-mail", es: "Equipo y correo", pt: "Computador e e-mail" },
            },
            { value: "erp", label: { en: "ERP", es: "ERP", pt: "ERP" } },
            { value: "other", label: { en: "Another system", es: "Otro sistema", pt: "Outro sistema" } },
          ],
        ),
        askOptionalText(
          {
            name: "phone",
            label: { en: "Phone", es: "Teléfono", pt: "Telefone" },
            ask: {
              en: "On which phone number can we reach you to prove that it is you?",
              es: "¿En qué número de teléfono podemos llamarle para comprobar que es usted?",
              pt: "Em qual número de telefone podemos ligar para confirmar que é você?",
            },
          },
          40,
        ),
      ],
      samples: {
        en: [
          "I forgot my password",
          "please reset my password",
          "my password expired and I can't log in",
          "how do I get a new password",
          "password reset needed for my e-mail",
          "can't remember the password of my computer",
          "I need a new pw",
          "the change password page says my old password is wrong",
          "I can't log in",
          "it won't let me sign in to my computer",
        ],
        es: [
          "olvidé mi contraseña",
          "necesito restablecer la contraseña",
          "mi contraseña ha caducado y no puedo entrar",
          "se me ha olvidado la clave del correo",
          "quiero una contraseña nueva",
          "no recuerdo la clave de mi computadora",
          "¿me pueden resetear la contraseña?",
          "la página dice que mi contraseña anterior no es correcta",
          "no puedo iniciar sesión",
          "no me deja entrar en mi computadora",
        ],
        pt: [
          "esqueci minha senha",
          "preciso redefinir a senha",
          "minha senha expirou e não consigo entrar",
          "quero uma senha nova",
          "não lembro a senha do computador",
          "reset de senha por favor",
          "esqueci-me da palavra-passe do email",
          "a página diz que a senha antiga está errada",
          "não consigo fazer login",
          "o computador não me deixa entrar",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000710",
      kind: "incident",
      groupId: groupIds.serviceDesk,
      name: { en: "Account locked", es: "Cuenta bloqueada", pt: "Conta bloqueada" },
      description: {
        en: "The account is locked after wrong attempts or was switched off",
        es: "La cuenta está bloqueada por intentos fallidos o se ha desactivado",
        pt: "A conta foi bloqueada por tentativas erradas ou foi desativada",
      },
      fields: [
        askText(
          {
            name: "message",
            label: { en: "Message shown", es: "Mensaje mostrado", pt: "Mensagem exibida" },
            ask: {
              en: "What does the screen say, as exactly as you can tell?",
              es: "¿Qué dice la pantalla, lo más exacto posible?",
              pt: "O que a tela diz, o mais exato possível?",
            },
          },
          300,
        ),
      ],
      samples: {
        en: [
          "my account is locked",
          "too many attempts, account locked",
          "please unlock my user",
          "I typed the wrong password three times and now I'm blocked",
          "it says my account has been disabled",
          "locked out of windows",
          "user blocked, can you unblock it",
          "I can't sign in, is my account locked",
        ],
        es: [
          "mi cuenta está bloqueada",
          "demasiados intentos, cuenta bloqueada",
          "por favor desbloqueen mi usuario",
          "puse mal la clave tres veces y me bloqueó",
          "dice que mi cuenta está deshabilitada",
          "se bloqueó mi usuario de windows",
          "usuario bloqueado, ¿pueden desbloquearlo?",
          "no puedo entrar, ¿está bloqueada mi cuenta?",
        ],
        pt: [
          "minha conta está bloqueada",
          "muitas tentativas, conta bloqueada",
          "desbloqueiem meu usuário por favor",
          "errei a senha três vezes e bloqueou",
          "diz que a minha conta foi desativada",
          "meu usuário do windows bloqueou",
          "usuário bloqueado, podem desbloquear?",
          "não consigo entrar, a minha conta está bloqueada?",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000711",
      kind: "request",
      groupId: groupIds.serviceDesk,
      name: {
        en: "Sign-in codes on a new phone",
        es: "Códigos de acceso en un teléfono nuevo",
        pt: "Códigos de acesso em um celular novo",
      },
      description: {
        en: "Move or renew the second factor (MFA) when the phone was changed or lost",
        es: "Pasar o renovar el segundo factor (MFA) al cambiar o perder el teléfono",
        pt: "Transferir ou renovar o segundo fator (MFA) ao trocar ou perder o celular",
      },
      fields: [
        askChoice(
          {
            name: "reason",
            label: { en: "Reason", es: "Motivo", pt: "Motivo" },
            ask: {
              en: "What happened to the old phone?",
              es: "¿Qué ha pasado con el teléfono anterior?",
              pt: "O que aconteceu com o celular antigo?",
            },
          },
          [
            {
              value: "changed",
              label: { en: "I changed it", es: "Lo he cambiado", pt: "Troquei de aparelho" },
            },
            {
              value: "lost",
              label: { en: "It is lost or stolen", es: "Perdido o robado", pt: "Perdido ou roubado" },
            },
            { value: "broken", label: { en: "It is broken", es: "Está roto", pt: "Está quebrado" } },
          ],
        ),
      ],
      samples: {
        en: [
          "I have a new phone and the authenticator is empty",
          "reset my MFA",
          "lost my phone and can't get the sign-in code",
          "two-factor codes don't arrive any more",
          "move authenticator to another phone",
          "the verification app asks for a code I don't have",
          "set up 2fa again",
        ],
        es: [
          "tengo teléfono nuevo y la aplicación de códigos está vacía",
          "restablecer mi MFA",
          "perdí el celular y no recibo el código de acceso",
          "ya no me llegan los códigos de doble factor",
          "pasar el autenticador a otro móvil",
          "me pide un código de verificación que no tengo",
          "configurar otra vez la verificación en dos pasos",
        ],
        pt: [
          "troquei de celular e o autenticador está vazio",
          "resetar meu MFA",
          "perdi o telefone e não recebo o código de acesso",
          "os códigos de dois fatores não chegam mais",
          "passar o autenticador para outro telemóvel",
          "pede um código de verificação que eu não tenho",
          "configurar de novo a verificação em duas etapas",
        ],
      },
    },
  ],
};
