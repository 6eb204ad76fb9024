/**
 * `<moved-page>` around the link to the new address of a page: goes there, with the place and the question that the
 * old address had.
 */
export class MovedPage extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector("a");
    if (link !== null) location.replace(`${link.href}${location.search}${location.hash}`);
  }
}

customElements.define("moved-page", MovedPage);
