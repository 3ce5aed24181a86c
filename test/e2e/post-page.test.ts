import { tellPost } from './stories/post.ts'
import { onThePage } from './support/page-hands.ts'

tellPost(onThePage())
