import type { Pairs } from './pair.ts';

/** What the bar of live calls says; it stands around every page. */
export const callWords = {
  bar: ['我的通话', 'My calls'],
  speaks: ['通话中', 'On the phone'],
  held: ['保持中', 'On hold'],
  openRecord: ['打开来电记录', 'Open the record'],
  transfer: ['转接', 'Transfer'],
  nobodyFree: ['没有就绪的同事', 'No colleague is ready'],
  waitsForAnswer: ['等待 {name} 接受转接', 'Waiting for {name} to take it'],
  waitsForCall: ['{name} 已打开记录，等待接通', '{name} has the record open; put the call through'],
  withdraw: ['取消转接', 'Do not transfer'],
  offered: ['{name} 要把通话转给您', '{name} wants to transfer a call to you'],
  comesNow: ['{name} 的通话即将转入', 'The call from {name} is coming'],
  accept: ['打开记录并接受', 'Open the record and take it'],
  decline: ['谢绝', 'Decline'],
} satisfies Pairs;
