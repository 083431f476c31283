/** Codes of invitations as they are compared: what is hashed, however a person typed it. */

/** Capitals without dashes and spaces. */
export function plainInvitation(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
