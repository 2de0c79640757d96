export type { BedroomStandard, Bedrooms } from './counts.ts'
export {
  type BadForecast,
  type ForecastOptions,
  type Need,
  type NeedForecast,
  needForecast,
  type Prediction,
} from './forecast.ts'
