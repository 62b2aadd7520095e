import { type UnsupportedFeature } from './problem.ts'

const FEATURES: ReadonlyMap<string, UnsupportedFeature> = new Map([
  ['FunctionDefinition', 'function_definition'],
  ['FunctionInvocation', 'function'],
  ['IfExpression', 'if'],
  ['ForExpression', 'for'],
  ['QuantifiedExpression', 'quantified'],
  ['List', 'list'],
  ['Context', 'context'],
  ['PathExpression', 'path'],
  ['FilterExpression', 'filter'],
  ['InstanceOfExpression', 'instance_of'],
  ['DateTimeLiteral', 'temporal'],
  ['?', 'input'],
  ['Interval', 'range'],
  ['SimplePositiveUnaryTest', 'comparison_test'],
])

/** The feature a node of lezer-feel's tree stands for. */
export const featureOf = (nodeName: string): UnsupportedFeature => FEATURES.get(nodeName) ?? 'other'

/** FEEL allows blanks in names, so `not a` and `a AND b` are names to the parser. */
export const featureOfWords = (text: string): UnsupportedFeature => (/^not\s/.test(text) ? 'not_without_parentheses' : 'spaced_name')
