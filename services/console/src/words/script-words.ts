import type { Pairs } from './pair.ts';

/** What scripts and their editor say (R9). */
export const scriptWords = {
  title: ['名称', 'Title'],
  opening: ['开场白', 'Opening'],
  closing: ['结束语', 'Closing'],
  questions: ['问题', 'Questions'],
  question: ['坐席念的问题', 'What the agent reads out'],
  type: ['回答方式', 'Kind of answer'],
  isOptional: ['可不答', 'May be left out'],
  options: ['选项', 'Options'],
  option: ['选项', 'Option'],
  least: ['最小', 'Least'],
  most: ['最大', 'Most'],
  unit: ['单位', 'Unit'],
  low: ['最小一端的含义', 'What the least means'],
  high: ['最大一端的含义', 'What the most means'],
  branches: ['跳转', 'Branches'],
  answer: ['回答为', 'After the answer'],
  goTo: ['跳到', 'Go on at'],
  end: ['结束', 'The end'],
} satisfies Pairs;

export const questionTypeWords = {
  'yes-no': ['是或否', 'Yes or no'],
  'one-of': ['单选', 'One of several'],
  'several-of': ['多选', 'Several'],
  number: ['数字', 'A number'],
  scale: ['打分', 'A scale'],
  date: ['日期', 'A date'],
  text: ['文字', 'In words'],
} satisfies Pairs;
