// The page's own words. What the issue and its findings say comes from the server.

const en = {
  doubts: 'Doubts', source: 'Source', issue: 'The issue as read', preview: 'Preview', page: 'Page', book: 'E-book', contents: 'Contents',
  undo: 'Undo', redo: 'Redo', help: 'Help', close: 'Close', done: 'Nothing is left to decide.', left: '{0} of {1} left',
  next: 'Next', former: 'Former', aside: 'Put aside', 'as-read': 'As it is read', 'as-stood': 'As it stood', elsewhere: 'It goes on here',
  article: 'It is an article', 'no-article': 'It is part of the article before', 'as-article': 'As the article has it', 'as-contents': 'As the contents have it',
  stands: 'It stands so', mend: 'Mend it', front: 'Cover, contents, masthead', dropped: 'Left out', kind: 'Kind', cut: 'Split …', cutHere: 'Split at the cursor', cutHint: 'Put the cursor where the second block begins.', cutElsewhere: 'Here the words were mended; split beside them.',
  grip: 'Drag from here', up: 'Up', down: 'Down', tools: 'Tools of the block: {0}', toFront: 'Before all others', asPage: 'Page', asLines: 'Lines', sourcePage: 'Page {0} of {1} of the source',
  noPicture: 'There is no picture of this page.', pictureOf: 'the picture {0}', caption: 'It is the picture of this caption',
  join: 'Join with the one before', begins: 'An article begins here', beginsNot: 'No article begins here', move: 'Move to the article', edit: 'Mend the text',
  save: 'Save', cancel: 'Cancel', picture: 'Picture …', dropHere: 'A picture can be dropped here', why: 'Why', title: 'Title', subtitle: 'Subtitle', authors: 'Authors',
  section: 'Column', subsection: 'Under it', pageNumber: 'Page', details: 'Title and authors', said: 'Corrections', withdraw: 'Withdraw',
  saved: 'Kept in {0}', changed: 'The corrections were changed elsewhere; this is how they stand now.', nothing: 'That changes nothing.',
  announces: 'Its article', lost: 'The desk does not answer. What was said is kept; start kanyin desk again.', toEdition: 'The typeset page {0} of {1}',
  untitled: 'without a title', keep: 'Keep in the issue', drop: 'Leave out', follows: 'Put the article behind', line: 'line {0}', working: 'Working …',
  keys: [['j k', 'next, former doubt'], ['1 2', 'choose an answer'], ['x', 'put aside: checked, it stands so'], ['u', 'undo'], ['Shift u', 'redo'], ['↑ ↓', 'next, former block'],
    ['e', 'mend the text of the block'], ['d', 'mend the words that the doubt is about'], ['s', 'split the block'], ['b', 'join it with the one before'], ['m', 'move it to an article'],
    ['Enter', 'to the block’s tools'], ['f', 'the source as lines, as pages'], ['p', 'preview'], ['?', 'this help'], ['Esc', 'back']],
  mouse: 'By mouse: point at a line or a block to see where it stands on the other side, press it to choose it; drag a block behind another, or onto an article’s head; drop a picture on a caption. By finger or pen: press a block, its tools stand under it; drag it by the dots beside it.',
}

const zh = {
  doubts: '存疑', source: '原文', issue: '读出的一期', preview: '预览', page: '版面', book: '电子书', contents: '目录',
  undo: '撤销', redo: '重做', help: '帮助', close: '关闭', done: '没有存疑之处了。', left: '还有 {0} 处，共 {1} 处',
  next: '下一处', former: '上一处', aside: '已核，如此', 'as-read': '依现在的读法', 'as-stood': '依原来的位置', elsewhere: '接到这里',
  article: '是一篇文章', 'no-article': '属于上一篇', 'as-article': '依正文', 'as-contents': '依目录',
  stands: '原文无误', mend: '改正', front: '封面、目录、版权', dropped: '不入正文', kind: '是什么', cut: '断开……', cutHere: '在光标处断开', cutHint: '把光标放在第二块开头之处。', cutElsewhere: '此处的字已经改过；请在旁边断开。',
  grip: '由此拖动', up: '上移', down: '下移', tools: '本块的工具：{0}', toFront: '排在最前', asPage: '页面', asLines: '逐行', sourcePage: '原文第 {0} 页，共 {1} 页',
  noPicture: '这一页没有图像。', pictureOf: '图片 {0}', caption: '是这条说明的图片',
  join: '并入上一块', begins: '新文章由此开始', beginsNot: '此处不是新文章', move: '移到文章', edit: '改字',
  save: '保存', cancel: '取消', picture: '图片……', dropHere: '可把图片拖到这里', why: '理由', title: '题目', subtitle: '副题', authors: '作者',
  section: '栏目', subsection: '子栏目', pageNumber: '页', details: '题目与作者', said: '已作订正', withdraw: '收回',
  saved: '已存入 {0}', changed: '订正文件在别处改过了；现已重新读入。', nothing: '没有变化。',
  announces: '对应文章', lost: '编辑台没有应答。已作的订正都已保存；请重新运行 kanyin desk。', toEdition: '第 {0} 页，共 {1} 页',
  untitled: '无题', keep: '留在正文', drop: '不入正文', follows: '排在此篇之后', line: '第 {0} 行', working: '正在处理……',
  keys: [['j k', '下一处、上一处存疑'], ['1 2', '选定读法'], ['x', '已核，如此'], ['u', '撤销'], ['Shift u', '重做'], ['↑ ↓', '下一块、上一块'],
    ['e', '改本块的字'], ['d', '改存疑之处的字'], ['s', '断开本块'], ['b', '并入上一块'], ['m', '移到别的文章'],
    ['Enter', '到本块的工具'], ['f', '原文逐行或按页面'], ['p', '预览'], ['?', '帮助'], ['Esc', '返回']],
  mouse: '用鼠标：指着一行或一块，另一边对应之处即亮；点选之后出现工具；把一块拖到另一块之后，或拖到某篇的题目上；把图片拖到图片说明上。用手指或笔：点一块，它下面就有工具；按住旁边的点子拖动。',
}

const kinds = {
  paragraph: '正文', heading: '小标题', title: '题目', subtitle: '副题', kicker: '引题', byline: '署名', role: '职务', dateline: '电头', caption: '图片说明', credit: '摄影署名',
  note: '注', source: '出处', editor: '编辑', affiliation: '作者单位', data: '数据', prompt: '扫码提示', question: '问', answer: '答', quotation: '引文', item: '条目', verse: '诗行', book: '书讯',
  cover: '封面', toc: '目录', masthead: '版权', 'running-head': '书眉', 'page-number': '页码', dropped: '不入正文', picture: '图片',
}

export const chinese = document.documentElement.lang.startsWith('zh')
const words = chinese ? zh : en

export const t = (key, ...args) => (words[key] ?? key).replace?.(/\{(\d)\}/g, (_, i) => args[i]) ?? words[key]
export const kindName = (kind) => chinese ? kinds[kind] ?? kind : kind
export const kindList = Object.keys(kinds).filter((k) => k !== 'picture') // a picture is no line
