import { createElement, type ReactNode } from 'react'

/** A page as nothing but its elements: tag, attributes, what is in it. */
export type PageTree = [tag: string, attributes: Record<string, string>, children: (PageTree | string)[]]

/** Made anew for every answer, as a component would. */
export const treeElement = ([tag, attributes, children]: PageTree): ReactNode =>
  createElement(tag, attributes, ...children.map((child) => (typeof child === 'string' ? child : treeElement(child))))
