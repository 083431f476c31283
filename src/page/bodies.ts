/** Agencies one after another, as a sentence or a cell names them. */

/** Words for agencies in general, which are no names. */
const collective = /^(?:Các|Những|Mọi|Cơ quan|Đơn vị|Tổ chức|Cá nhân)\s/u;

/** “Sở Nội vụ, các cơ quan, đơn vị liên quan”: what is no name begins small after a comma. */
export function bodiesLine(bodies: readonly string[]): string {
  return bodies
    .map((body, at) => {
      const isSmall = at > 0 && collective.test(body);
      return isSmall ? body.charAt(0).toLowerCase() + body.slice(1) : body;
    })
    .join(', ');
}
