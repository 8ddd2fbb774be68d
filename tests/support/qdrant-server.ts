export { qdrantBinary, type QdrantServer, startQdrant } from "../../src/cli/quality/local-qdrant.ts";
