import type { Dice } from './dice.ts'

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰玉梅建华文清波宁晨雨欣怡然嘉诚思远子涵浩宇梓睿一诺可馨承志安和若溪']
const STREETS = ['清河路', '文昌街', '梧桐巷', '望湖路', '槐荫街', '青石巷', '临江大道', '锦溪路', '南塘街', '书院弄']
const BRANDS = ['清河', '望湖', '老槐树', '三味', '溪畔', '江南', '阿婆', '青石', '福来', '春风', '百家', '小城', '知味', '暖锅', '麦田']
const KINDS = ['餐饮有限公司', '食品有限公司', '小吃店', '茶餐厅', '面馆', '酒楼有限公司', '咖啡有限公司', '贸易有限公司', '科技有限公司', '超市有限公司']

export const personName = (dice: Dice): string => dice.pick(SURNAMES) + dice.pick(GIVEN) + (dice.often(0.7) ? dice.pick(GIVEN) : '')
export const address = (dice: Dice): string => `清河市${dice.pick(STREETS)}${dice.between(1, 288)}号${dice.often(0.5) ? `${dice.between(1, 12)}幢${dice.between(101, 2604)}室` : ''}`
export const premises = (dice: Dice): string => `清河市${dice.pick(STREETS)}${dice.between(1, 288)}号一层`
export const companyName = (dice: Dice, order: number): string => `清河市${dice.pick(BRANDS)}${dice.pick(GIVEN)}${order % 7 === 0 ? dice.pick(GIVEN) : ''}${dice.pick(KINDS)}`
export const phone = (dice: Dice): string => `1990000${String(dice.between(0, 9999)).padStart(4, '0')}`
