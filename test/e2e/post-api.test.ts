import { tellPost } from './stories/post.ts'
import { api } from './support/api-hands.ts'

tellPost(api)
