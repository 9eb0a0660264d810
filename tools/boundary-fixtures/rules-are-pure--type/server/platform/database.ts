export interface Db { end(): void }
